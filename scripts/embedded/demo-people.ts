import { type TenantRole, tenantRoles } from "@dvd/domain/actor";

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
  /** The sign of their post, which is all that the portal knows of them. */
  postSign: string;
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
        { slug: "buergerbuero-nord", name: "Bürgerbüro Nord" },
        { slug: "standesamt", name: "Standesamt" },
        { slug: "ordnungs-und-steueramt", name: "Ordnungs- und Steueramt" },
        { slug: "fundbuero", name: "Fundbüro" },
      ],
    },
    {
      slug: "probental",
      name: "Verbandsgemeinde Probental",
      units: [{ slug: "bauaufsicht", name: "Bauaufsicht" }],
    },
    {
      slug: "beispielau",
      name: "Gemeinde Beispielau",
      units: [{ slug: "buergerservice", name: "Bürgerservice" }],
    },
    {
      slug: "landkreis-probental",
      name: "Landkreis Probental",
      units: [
        { slug: "jugendamt", name: "Jugendamt" },
        { slug: "auslaender-und-fuehrerscheinstelle", name: "Ausländer- und Führerscheinstelle" },
        { slug: "buergerservice", name: "Bürgerservice" },
      ],
    },
    {
      slug: "jobcenter",
      name: "Jobcenter Musterfurt-Probental",
      units: [{ slug: "leistung", name: "Leistungsabteilung" }],
    },
  ],
  citizens: [
    { sub: "citizen-1001", name: "Aylin Kaya-Öztürk" },
    { sub: "citizen-1002", name: "Łukasz Żółtański" },
  ],
  officials: [
    official("official-2001", "Seda Demir", "musterfurt", "wohngeldstelle", "50.2-01"),
    official("official-2002", "Thorsten Brandt", "musterfurt", "buergerbuero-mitte", "33.1-04"),
    official("official-2003", "Birgit Sauer", "musterfurt", "buergerbuero-nord", "33.2-02"),
    official("official-2004", "Paweł Grabowski", "musterfurt", "standesamt", "34-01"),
    official("official-2005", "Jana Süß", "musterfurt", "ordnungs-und-steueramt", "32-07"),
    ofAuthority("official-2008", "Ben Achterberg", "musterfurt", "admin", "11.3-02"),
    ofAuthority("official-2009", "Renate Vogt", "musterfurt", "auditor", "14-01"),
    ofAuthority("official-2010", "Nora Falk", "musterfurt", "admin", "11.3-01"),
    official("official-2020", "Mirela Ionescu", "musterfurt", "fundbuero", "32-21"),
    official("official-2021", "Jörg Ziegenbalg", "musterfurt", "fundbuero", "32-22"),
    invited("official-2011", "Mehmet Aydın", "musterfurt"),
    official("official-3001", "Karim Haddad", "probental", "bauaufsicht", "63-02"),
    official("official-4001", "Ute Vogt", "beispielau", "buergerservice", "1"),
    official("official-5001", "Iwona Lehmann", "landkreis-probental", "jugendamt", "51-01"),
    official("official-5002", "Đorđe Nikolić", "landkreis-probental", "auslaender-und-fuehrerscheinstelle", "33-11"),
    official("official-5003", "Mareike Öttinger", "landkreis-probental", "buergerservice", "10-05"),
    official("official-6001", "Tariq Weiß", "jobcenter", "leistung", "T1-03"),
    official("official-6002", "Hanna Kruse", "jobcenter", "leistung", "T1-04"),
  ],
};

function official(sub: string, name: string, tenant: string, unit: string, postSign: string): DemoOfficial {
  return { sub, name, tenant, units: [unit], roles: ["official"], postSign };
}

/** In no unit and without keys: administers the authority or reads its log, and opens no case. */
function ofAuthority(sub: string, name: string, tenant: string, role: TenantRole, postSign: string): DemoOfficial {
  return { sub, name, tenant, units: [], roles: [role], postSign };
}

/** Known to the authority's own provider, and to the portal only after an invitation. */
function invited(sub: string, name: string, tenant: string): DemoOfficial {
  return { sub, name, tenant, units: [], roles: ["official"], postSign: "" };
}

const taskNames = { admin: "Verwaltung der Behörde", auditor: "Prüfung" } as const satisfies Record<TenantRole, string>;

/** “Wohngeldstelle, Stadt Musterfurt” */
export function officeOf(official: DemoOfficial, people: DemoPeople): string {
  const authority = people.authorities.find(({ slug }) => slug === official.tenant);
  const units = authority?.units.filter(({ slug }) => official.units.includes(slug)) ?? [];
  const task = tenantRoles.filter((role) => official.roles.includes(role)).map((role) => taskNames[role]);
  return [...task, ...units.map(({ name }) => name), authority?.name ?? official.tenant].join(", ");
}
