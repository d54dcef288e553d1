import { actorProcedure, router } from "../trpc.ts";
import { listMessagesInput, listMessagesOutput } from "./list-messages.contract.ts";
import { listMessages } from "./list-messages.ts";
import { sendMessageInput, sendMessageOutput } from "./send-message.contract.ts";
import { sendMessage } from "./send-message.ts";

export const messagesRouter = router({
  sendMessage: actorProcedure
    .input(sendMessageInput)
    .output(sendMessageOutput)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),

  listMessages: actorProcedure
    .input(listMessagesInput)
    .output(listMessagesOutput)
    .query(({ ctx, input }) => listMessages(ctx, input)),
});
