export const errors = {
  "request.invalid":
    "One of the details is not in the expected form. Nothing was stored. Please check what you entered.",
  "request.too-large": "That was too large at once. Nothing was stored. Please split it.",
  "request.foreign-origin":
    "The request did not come from this site and was refused. Nothing has happened. Please open the page again.",
  "request.unknown-path": "This address does not exist. Nothing is lost. Please begin at the home page.",
  "request.too-many": "There is a lot going on right now. Nothing is lost. Please try again in a minute.",
  "request.in-flight": "This is being done already. It happens only once. Please try again in a moment.",
  "request.key-reused":
    "Two different requests carried the same mark. The first one counts, the second was not carried out. Please reload the page.",
  "proof.missing": "The security check is missing. Nothing was sent. Please reload the page and try again.",
  "proof.invalid": "The security check did not succeed. Nothing was sent. Please try again.",
  "proof.other-purpose": "The security check was meant for something else. Nothing was sent. Please reload the page.",
  "proof.expired":
    "The security check was too long ago. Nothing was sent, and what you entered is still there. Please try again.",
  "proof.used": "This security check was used before. Nothing was sent twice. Please try again.",
  "service.unavailable":
    "The service cannot be reached right now. What you have sent is safe. Please try again in a few minutes.",
  "auth.required": "You are no longer signed in. What has arrived stays safe. Please sign in again.",
  "auth.wrong-role":
    "This is not possible with this sign-in. Nothing was changed. Please sign in with the matching account.",
  "auth.assurance-too-low":
    "This needs a more reliable proof of your identity. Nothing was changed. Please sign in at the higher level of assurance.",
  "auth.login-too-old":
    "This needs a fresh sign-in: yours is a few minutes old. Nothing was changed. Please sign in once more and try again.",
  "auth.token-refused":
    "This credential does not count here. Nothing was handed out. Please have a new one made in your authority and enter it at the collector.",
  "account.exists":
    "There already is an account for your sign-in. It is unchanged. Please reload the page and unlock it.",
  "account.missing": "There is no account for your sign-in yet. Nothing was sent. Please reload the page.",
  "account.renewal-open":
    "Copies have already been asked for. Nothing about that has changed. Please wait until the offices have decided.",
  "account.too-many-renewals":
    "New keys have been made for your account as often as possible. Nothing was changed. Please contact the office that works on your case.",
  "account.nothing-to-object": "There is nothing open against these keys. Nothing was changed. Please reload the page.",
  "account.objection-invalid":
    "The objection is not signed with your former keys. Nothing was changed. Please reload the page.",
  "account.not-signed":
    "The change is not signed with the key of your account as it is now. Nothing was changed. Please reload the page.",
  "account.keys-unproven":
    "No office has confirmed your new keys yet. The account is unchanged. Please let an office check first that it is you, or use a device with your former keys.",
  "vault.conflict": "Your keys were just changed on another device. Both versions are safe. Please reload the page.",
  "ways-back.last": "This is your last way back that is enough on its own. It stays. Please set up another one first.",
  "ways-back.too-many": "You already have as many of these as possible. Nothing was changed. Please remove one first.",
  "ways-back.not-found": "This way back no longer exists. Your other ways are unchanged. Please load the page again.",
  "device-link.gone": "This request is no longer valid. Nothing was released. Please begin again on the new device.",
  "service.not-found": "This service does not exist (any more). Nothing was sent. Please choose it again.",
  "authority.not-found": "We do not know this authority. Nothing was sent. Please choose your service again.",
  "form.not-found":
    "This form does not exist (any more). What you entered on this device is unchanged. Please reload the page.",
  "form.invalid":
    "Nobody could fill in this form as it is. It was not published; the previous version still applies. Please correct it.",
  "routing.no-office":
    "No office accepts this service here for this place yet. Nothing was sent. Check the postal code or ask your municipality.",
  "routing.unknown-place":
    "This place does not have this postal code. Nothing was sent. Please choose the place once more.",
  "routing.place-needed":
    "Several places with different offices share this postal code. Nothing was sent. Please choose your place.",
  "keys.not-the-receiver":
    "What you sent was not sealed for this office. Nothing was stored. Please reload the page and send again.",
  "keys.grant-missing":
    "You have no key for this case. The documents are safe but cannot be read here. Please contact the office.",
  "keys.grant-invalid":
    "A key for this parcel is not valid. Nothing was stored. Please reload the page and send again.",
  "keys.not-published":
    "The keys of this authority are not publicly confirmed yet. Nothing was sent and nothing was opened. Please try again in a minute.",
  "case.not-found":
    "This case does not exist, or it does not belong to your sign-in. Your other cases are untouched. Please choose it from the list.",
  "case.exists": "This case has already been created. Nothing was stored twice. Please open it from the list.",
  "case.under-way":
    "This parcel is already on its way: it was sent from another window. What you have changed here since is not in it; nothing is sent twice. Please fetch the confirmation with “Try again”.",
  "case.settled-elsewhere":
    "This parcel was confirmed or deleted in another window. Nothing more is sent from here. Please look under “My cases” whether it has arrived.",
  "case.conflict":
    "The case has just changed. Your change was not stored. Please look at the new state and decide again.",
  "case.already-claimed": "Somebody else has already claimed this case. Nothing was changed. Please reload the list.",
  "case.wrong-state":
    "This is not possible in the present state of the case. Nothing was changed. Please reload the page.",
  "case.not-assigned":
    "Only the person who claimed the case can do that. Nothing was sent or changed. Please claim it first.",
  "case.citizen-left":
    "This person has deleted their account and can read nothing any more. Nothing was sent. Please use another way, for example a letter.",
  "case.recused":
    "You do not act in this case, because you have declared that you are biased. The case is safe, your colleagues work on it. If that was a mistake, please talk to whoever leads your unit.",
  "case.last-reader":
    "Nobody in this unit but you can read this case. Nothing was changed, you are not yet recorded as biased. Please do not go on working on it and tell your lead: somebody else needs the key of the unit first.",
  "case.due-date":
    "This date is not possible. Nothing was sent, your text is still here. Please choose a day from tomorrow on and within a year.",
  "case.nothing-to-submit": "There is no document yet. Nothing was sent. Please add at least one.",
  "case.too-many-drafts":
    "You have begun 20 submissions without sending them. All of them are unchanged. Please send one of them or wait: what was begun is deleted after 7 days.",
  "unit.not-found": "We cannot find this office in your authority. Nothing was changed. Please reload the page.",
  "unit.name-taken":
    "An office of your authority has this name already, perhaps a closed one. Nothing was changed. Please choose another name.",
  "unit.closed":
    "This office is closed and takes nothing new. Nothing was sent and nothing was changed. What is there already stays. Please reload the page and choose again.",
  "unit.not-closed": "This office is not closed. There is nothing to do. Please reload the page.",
  "unit.in-use":
    "Something still comes to this office, or is still open there. It is not closed. Please reload the page: it says what has to be done first.",
  "unit.no-key":
    "The key of this office is not published yet. Nothing was sent, and nothing is lost. Please try again later.",
  "member.not-found":
    "We cannot find this person there: something may have changed just now. Nothing was changed by you. Please reload the page.",
  "member.oneself":
    "Nobody changes their own rights. Everything is as it was. Please ask another person who administers your authority.",
  "member.last-holder":
    "Nobody else in this unit can read what is already there: the key would be lost with this person, for good. Nothing was changed. Please have another person given the key first.",
  "member.post-taken":
    "Somebody already has this sign, or there is an invitation for it. Nothing was changed. Please take another one, or take the open invitation back first.",
  "member.no-keys":
    "This person has no key of their own yet. Nothing was opened. Please wait until they have signed in for the first time and set it up.",
  "member.not-signed":
    "Your authority has not yet taken you into its signed list. Nothing was opened. Please turn to the key office of your authority.",
  "member.not-believed":
    "Your authority has not yet taken you into its signed list. The citizen’s device would not accept what you write. Nothing was changed, and your text is still here. Please turn to whoever keeps the key of your authority.",
  "deputy.days":
    "These days are not possible. Nothing was changed. Please choose a first day from today on and a last one that is not before it, 92 days at most.",
  "deputy.cannot-read":
    "This person can read in none of your units, so they cannot stand in for you. Nothing was changed. Please choose somebody else, or give them the key first, at “My unit”.",
  "deputy.overlap":
    "Somebody stands in for you on one of these days already. Nothing about that was changed. Please choose other days, or end the other one first.",
  "deputy.not-found":
    "This is not there any more: it is over or was ended. There is nothing else to do. Please reload the page.",
  "unit-key.not-held":
    "You do not have the key of this unit. Nothing was changed. Please let somebody of your unit give it to you first.",
  "unit-key.changed": "Another key of this unit counts by now. Nothing was changed. Please reload the page.",
  "unit-key.proposed":
    "A new key of this unit is proposed and not signed yet. Nothing was changed. Please wait for the key office, or take the proposal back.",
  "unit-key.not-proposed":
    "This proposal is no longer open: it was signed or taken back. Nothing was changed. Please reload the page.",
  "invitation.not-open":
    "This invitation is no longer open: it was redeemed or taken back. Nothing was changed. Please reload the page.",
  "collector.not-open": "This credential is gone: it was revoked before. Nothing was changed. Please reload the page.",
  "collector.too-many":
    "Your authority already has as many credentials for collecting as there can be. Those go on working. Please first revoke one that nobody needs any more.",
  "copy.not-open":
    "This copy has already been decided, or somebody has objected. Nothing was changed. Please reload the page.",
  "copy.attestation-invalid":
    "Your signature does not match this request. Nothing was opened. Please reload the page and compare the digits again.",
  "draft.not-found":
    "This draft is no longer with us: it was sent, deleted or is too old. What you see here is still on this device. Please look under “My cases” before you send it.",
  "draft.conflict":
    "Somebody has gone on with this draft elsewhere in the meantime. Both versions are still there. Please choose which one to go on with.",
  "draft.open-elsewhere":
    "This draft is still open in another window. Nothing was sent from here, and nothing is lost. Please send it there, or close the other window and try again here.",
  "draft.too-many":
    "You already have 10 drafts with us. Everything is saved on this device. Please send one of them or delete it.",
  "document.not-found": "This document does not exist. Your other documents are untouched. Please reload the page.",
  "document.exists": "This document has already been created. Nothing was stored twice. Please reload the page.",
  "document.not-stored":
    "This document has not arrived completely yet. On your device it is unchanged. Please continue the transfer.",
  "container.malformed":
    "The sealed parcel is damaged. Nothing was stored, your file is unchanged. Please send it again.",
  "container.suite-unknown":
    "The server does not know this kind of encryption. Nothing was stored. Please reload the page so that your device uses the current version.",
  "container.wrong-case":
    "The parcel belongs to another case. Nothing was stored. Please reload the page and send it again.",
  "container.wrong-sender":
    "The parcel is not signed with your key. Nothing was stored. Please unlock your account again and send it once more.",
  "container.wrong-sequence":
    "Another message has arrived in the meantime. Yours is not sent yet, the text is still there. Please send it again.",
  "container.frame-broken":
    "Something got mixed up during the transfer. Nothing was stored, your file is unchanged. Please send it again.",
  "container.wrong-size":
    "Less or more arrived than announced. Nothing was stored, your file is unchanged. Please send it again.",
  "container.seal-invalid":
    "The seal does not match the content. Nothing was stored, your file is unchanged. Please send it again.",
  "upload.already-finished":
    "This document has already arrived. It is safe and cannot be overwritten. For a new version, add another one.",
  "upload.incomplete":
    "Parts of this document are still missing. What has arrived stays stored. Please continue the transfer.",
  "upload.part-unknown":
    "A part of the transfer does not belong to this document. It was discarded, the rest is safe. Please reload the page.",
  "upload.quota-exceeded":
    "More than 20 gigabytes in one day is not possible. What has been transferred is kept. Please upload further files tomorrow.",
  "upload.submission-too-large":
    "All files together are larger than 5 gigabytes. That much fits into one parcel, and as much again can be added later in total. What has been transferred is kept, and nothing of it has been sent yet. Please remove a file or make it smaller.",
  "upload.too-large": "This file is too large. Nothing was stored. Please split it or make it smaller.",
  "upload.too-many":
    "More than 20 documents at once are not possible. What was transferred is kept. Please put several into one PDF.",
  "upload.too-slow":
    "The connection is too slow at the moment. What has arrived stays stored. Please continue later or on another network.",
  "message.too-large":
    "The message is too long. It was not sent, the text is still there. Please shorten it or attach a PDF.",
  "live.too-many":
    "This site is open too many times at once. Nothing is lost. Please close other windows or tabs of it.",
  internal: "Something went wrong on our side. What you have sent is safe. Please try again in a few minutes.",
} as const;
