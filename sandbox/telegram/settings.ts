/**
 * Limits and times of the server. Those marked "documented" stand in the Bot API's prose, "source" in the official
 * server's code, "assumed" nowhere public: change them when you learn better.
 */
export type Settings = {
  /** UTF-16 units after parsing (documented). */
  textLength: number;
  captionLength: number;
  /** Bytes in UTF-8 (documented). */
  callbackDataBytes: number;
  callbackAnswerLength: number;
  /** A button press can be answered for this long (assumed; Telegram says only that it ends). */
  callbackLifetimeMs: number;
  /** A bot has this long to answer whether a payment may go on (documented). */
  preCheckoutMs: number;
  /** A message can be deleted while younger than this (documented). */
  deletableMs: number;
  /** A person can edit a message of theirs while it is younger than this (documented). */
  personEditableMs: number;
  /** Buttons of one inline keyboard (assumed). */
  inlineButtons: number;
  commands: number;
  photoBytes: number;
  /** Width + height (documented). */
  photoSides: number;
  photoRatio: number;
  /** What is fetched from an address, in bytes (documented): a photo, and anything else. */
  photoUrlBytes: number;
  urlBytes: number;
  /** Larger files cannot be downloaded (documented). */
  downloadBytes: number;
  /** A thumbnail, in bytes (source) and pixels of the longer side (documented). */
  thumbnailBytes: number;
  thumbnailSide: number;
  /** Photos or documents sent at once (documented). */
  albumLength: number;
  /** Whether calls that come too fast are answered with 429; off, because a test is in a hurry. */
  floodLimits: boolean;
  /** Two 409 answers are at least this far apart (source). */
  conflictPaceMs: number;
  /** Updates are kept this long (documented). */
  updateLifetimeMs: number;
  /** But a press or a question whether a payment may go on only this long (source). */
  queryLifetimeMs: number;
  longPollMs: number;
  /** First delay of a resend, doubled each time up to `webhookResendMaxMs` (source). */
  webhookResendMs: number;
  webhookResendMaxMs: number;
  webhookAnswerMs: number;
  /** Of one request (documented: uploads of 50 MB). */
  bodyBytes: number;
  /** Messages kept for each chat; older ones are out of reach, which real chats do not do. */
  messagesPerChat: number;
};

export const realSettings: Readonly<Settings> = {
  textLength: 4096,
  captionLength: 1024,
  callbackDataBytes: 64,
  callbackAnswerLength: 200,
  callbackLifetimeMs: 60_000,
  preCheckoutMs: 10_000,
  deletableMs: 48 * 3_600_000,
  personEditableMs: 48 * 3_600_000,
  inlineButtons: 100,
  commands: 100,
  photoBytes: 10 << 20,
  photoSides: 10_000,
  photoRatio: 20,
  photoUrlBytes: 5 << 20,
  urlBytes: 20 << 20,
  downloadBytes: 20 << 20,
  thumbnailBytes: (200 << 10) - 1,
  thumbnailSide: 320,
  albumLength: 10,
  floodLimits: false,
  conflictPaceMs: 3_000,
  updateLifetimeMs: 24 * 3_600_000,
  queryLifetimeMs: 150_000,
  longPollMs: 50_000,
  webhookResendMs: 1_000,
  webhookResendMaxMs: 60_000,
  webhookAnswerMs: 60_000,
  bodyBytes: 50 << 20,
  messagesPerChat: 1_000,
};
