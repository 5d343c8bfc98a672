/** What a message can hold beside text, as the Bot API shows it. Sizes of files are in bytes, of pictures in pixels. */
export type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
};

export type Document = {
  file_id: string;
  file_unique_id: string;
  file_name: string;
  mime_type: string;
  file_size: number;
  thumbnail?: PhotoSize;
};

/** Degrees; the accuracy in metres. The last three are of a live location: seconds, degrees, metres. */
export type Location = {
  latitude: number;
  longitude: number;
  horizontal_accuracy?: number;
  live_period?: number;
  heading?: number;
  proximity_alert_radius?: number;
};

/** `user_id` is there when the contact has Telegram. */
export type Contact = {
  phone_number: string;
  first_name: string;
  last_name?: string;
  user_id?: number;
  vcard?: string;
};
