/** What the measuring process and the two servers say to each other. */
export type Round = { count: number; size: number };
export type Upload = { documentId: string; session: string };
export type FromServer = { url: string; uploads: Upload[]; files: string[] };
export type ToServer = Round | "stop";
