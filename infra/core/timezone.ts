/** Whether a text names a time zone, such as `UTC` or `Europe/Madrid`. */
export function isTimezone(text: string): boolean {
  try {
    return text !== "" && new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    // The platform reports an unknown zone by throwing; here that is an answer.
    return false;
  }
}
