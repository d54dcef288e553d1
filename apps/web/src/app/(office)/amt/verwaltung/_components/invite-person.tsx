"use client";

import { postSignPattern } from "@dvd/domain/tenant/post-sign";
import { type FormEvent, useState } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { Member, NewInvitation, UnitOverview } from "../../../../../lib/members/use-members.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { TextInput } from "../../../../../ui/text-input.tsx";
import { ChangeTrouble } from "./change-trouble.tsx";
import { InvitationSlip } from "./invitation-slip.tsx";
import { RoleField } from "./role-field.tsx";
import { useChange } from "./use-change.ts";

type InvitePersonProps = { unit: UnitOverview; onDone: () => void };

/** For somebody whom the portal does not know yet. Ends with a slip of paper to hand over. */
export function InvitePerson({ unit, onDone }: InvitePersonProps) {
  const { t } = useI18n();
  const changing = useChange<NewInvitation>();
  const [post, setPost] = useState("");
  const [role, setRole] = useState<Member["role"]>("official");
  const [isChecked, setIsChecked] = useState(false);
  const [made, setMade] = useState<NewInvitation | null>(null);
  const postSign = post.trim();
  const isPost = postSignPattern.test(postSign);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isPost) return;
    changing.whenFresh(() =>
      changing.run({
        button: "invite",
        act: async (api) => {
          const invitation = await api.invitations.invite.mutate({ unitId: unit.unitId, role, postSign });
          setMade(invitation);
          return invitation;
        },
        done: () => t("members.invite.done", { post: postSign }),
        after: () => {},
      }),
    );
  };
  if (made) return <InvitationSlip invitation={made} post={postSign} unit={unit.name} onDone={onDone} />;
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {t("members.invite.to", { unit: unit.name })}
      </h3>
      <div className="grid max-w-[44rem] items-start gap-5 sm:grid-cols-2">
        <Field
          label={t("members.postSign")}
          hint={t("members.invite.postHint")}
          error={isChecked && !isPost ? t("members.invite.postError") : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              value={post}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setPost(event.target.value)}
            />
          )}
        </Field>
        <RoleField hint={t("members.invite.roleHint")} value={role} onChange={setRole} />
      </div>
      <ChangeTrouble {...changing} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={changing.isBusyWith("invite") ? t("members.change.busy") : undefined}>
          {t("members.invite.submit")}
        </Button>
        <Button variant="secondary" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
