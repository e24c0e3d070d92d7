/** What a partner's emergency lever says: calls go out, or none does. */
export const leverWords = { on: "on", pulled: "pulled" } as const;

/** What Parameter Store accepts as a lever's value: a misspelt word is refused, and cuts nobody off or back in. */
export const leverPattern = `^(${Object.values(leverWords).join("|")})$`;
