import { actorProcedure, router } from "../trpc.ts";
import { abandonUploadInput, abandonUploadOutput } from "./abandon-upload.contract.ts";
import { abandonUpload } from "./abandon-upload.ts";
import { finishUploadInput, finishUploadOutput } from "./finish-upload.contract.ts";
import { finishUpload } from "./finish-upload.ts";
import { startUploadInput, startUploadOutput } from "./start-upload.contract.ts";
import { startUpload } from "./start-upload.ts";

export const documentsRouter = router({
  startUpload: actorProcedure
    .meta({ budget: "upload", again: true })
    .input(startUploadInput)
    .output(startUploadOutput)
    .mutation(({ ctx, input }) => startUpload(ctx, input)),

  finishUpload: actorProcedure
    .meta({ budget: "upload" })
    .input(finishUploadInput)
    .output(finishUploadOutput)
    .mutation(({ ctx, input }) => finishUpload(ctx, input)),

  abandonUpload: actorProcedure
    .meta({ budget: "upload", again: true })
    .input(abandonUploadInput)
    .output(abandonUploadOutput)
    .mutation(({ ctx, input }) => abandonUpload(ctx, input)),
});
