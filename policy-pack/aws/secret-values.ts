/** Names that end in a word for a secret. `SECRET_ARN` or `TOKEN_TTL` only speak of one. */
const SECRET_NAME =
  /(^|_)(password|passwd|passphrase|pwd|secret|token|(api|private|secret|access|encryption)_?key|credentials?)$/;

/** Values that point at a secret by its ARN, its path or a placeholder, or that switch something. */
const NO_SECRET = /^(arn:|\/|\$|\{\{|<|[a-z0-9_.-]+(\/[a-z0-9_.-]+)+$|(true|false|null|none)$|$)/;

/** Values that show what they are: keys and tokens of common services, private keys, addresses with a password in them. */
const SECRET_VALUE = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bgh[opsur]_[A-Za-z0-9]{36}/,
  /\bglpat-[A-Za-z0-9_-]{20}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10}/,
  /\bsk_live_[A-Za-z0-9]{16}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@${<]+@/i,
];

/** `apiKey` and `API-KEY` become `api_key`. */
function spelt(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[-.\s]/g, "_")
    .toLowerCase();
}

/** Whether a setting holds a secret: by what it is called, or by what its value is. */
export function holdsSecret(name: string, value: string): boolean {
  const isNamedSo = SECRET_NAME.test(spelt(name)) && !NO_SECRET.test(value);
  return isNamedSo || SECRET_VALUE.some((shape) => shape.test(value));
}
