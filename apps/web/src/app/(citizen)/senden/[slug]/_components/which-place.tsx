import { useQuery } from "@tanstack/react-query";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useTRPC } from "../../../../../lib/trpc/client.ts";
import { RadioGroup } from "../../../../../ui/radio-group.tsx";

type WhichPlaceProps = { postalCode: string; value: string | null; onPick: (ars: string) => void };

/** Several municipalities share the code, and the office depends on which it is. */
export function WhichPlace({ postalCode, value, onPick }: WhichPlaceProps) {
  const { t } = useI18n();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.directory.listPlaces.queryOptions({ postalCode }));
  if (!data) return null;
  return (
    <RadioGroup
      legend={t("services.place.which")}
      options={data.places.map(({ ars, name }) => ({ value: ars, label: name }))}
      value={value}
      onChange={onPick}
    />
  );
}
