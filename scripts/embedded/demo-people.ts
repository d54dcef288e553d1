/**
 * Who lives in the demo. The `sub` strings stay for ever: everything a person owns hangs on them. They
 * contain no name, because they stand in the tokens.
 */
export type DemoUnit = { slug: string; name: string };
export type DemoAuthority = { slug: string; name: string; units: readonly DemoUnit[] };
export type DemoCitizen = { sub: string; name: string };
export type DemoOfficial = {
  sub: string;
  name: string;
  /** Slugs, as in the claims of the ID token. */
  tenant: string;
  units: readonly string[];
  roles: readonly string[];
};
export type DemoPeople = {
  authorities: readonly DemoAuthority[];
  citizens: readonly DemoCitizen[];
  officials: readonly DemoOfficial[];
};

export const demoPeople: DemoPeople = {
  authorities: [
    {
      slug: "musterfurt",
      name: "Stadt Musterfurt",
      units: [
        { slug: "wohngeldstelle", name: "Wohngeldstelle" },
        { slug: "buergerbuero-mitte", name: "Bürgerbüro Mitte" },
      ],
    },
    {
      slug: "probental",
      name: "Verbandsgemeinde Probental",
      units: [
        { slug: "bauaufsicht", name: "Bauaufsicht" },
        { slug: "jugendamt", name: "Jugendamt" },
      ],
    },
  ],
  citizens: [
    { sub: "citizen-1001", name: "Aylin Kaya-Öztürk" },
    { sub: "citizen-1002", name: "Łukasz Żółtański" },
  ],
  officials: [
    official("official-2001", "Seda Demir", "musterfurt", "wohngeldstelle"),
    official("official-2002", "Thorsten Brandt", "musterfurt", "buergerbuero-mitte"),
    official("official-3001", "Karim Haddad", "probental", "bauaufsicht"),
    official("official-3002", "Iwona Lehmann", "probental", "jugendamt"),
  ],
};

function official(sub: string, name: string, tenant: string, unit: string): DemoOfficial {
  return { sub, name, tenant, units: [unit], roles: ["official"] };
}

/** “Wohngeldstelle, Stadt Musterfurt” */
export function officeOf(official: DemoOfficial, people: DemoPeople): string {
  const authority = people.authorities.find(({ slug }) => slug === official.tenant);
  const units = authority?.units.filter(({ slug }) => official.units.includes(slug)) ?? [];
  return [...units.map(({ name }) => name), authority?.name ?? official.tenant].join(", ");
}
