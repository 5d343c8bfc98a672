/** The languages that the bot speaks; the first is for everybody else. */
export const languages = ['en', 'id', 'ru'] as const;
export type Language = (typeof languages)[number];
