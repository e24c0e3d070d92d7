/** What shows by itself that it is a secret: keys and tokens of common services, and private keys. */
const TOKENS = [
  /\b(?:AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bgh[opsur]_[A-Za-z0-9]{36}/,
  /\bgithub_pat_[A-Za-z0-9_]{22}/,
  /\bglpat-[A-Za-z0-9_-]{20}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10}/,
  /\b[rs]k_live_[A-Za-z0-9]{16}/,
  /\bAIza[A-Za-z0-9_-]{35}/,
  /\bnpm_[A-Za-z0-9]{36}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./,
];

/** A secret access key is told from other long words by its name only. */
const SECRET_ACCESS_KEY = /secret_?access_?key["']?\s*[=:]\s*["']?[A-Za-z0-9/+]{40}/i;

/** `scheme://user:password@host`, unless the password is a reference. */
const IN_ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@$`{<%]{3,}@/i;

/**
 * A password that is given a value. References such as `$NAME`, `$(...)`, `{{...}}` and `<...>` are none, and a word
 * without a digit is more often a setting than a password.
 */
const ASSIGNED =
  /(?:password|passwd|passphrase|pwd)["']?\s*(?:=|:\s)\s*["']?(?=[^\s"']*\d)[^\s"'$`{}<>()!%\\/]{8,}/i;

/** Whether a text holds a secret that can be told as one. */
export function holdsSecret(text: string): boolean {
  return [...TOKENS, SECRET_ACCESS_KEY, IN_ADDRESS, ASSIGNED].some((shape) => shape.test(text));
}

/** Names of what is a secret whenever it has a value. `PASSWORD_FILE` and `API_KEY_ARN` only speak of one. */
const SECRET_NAME = /(^|_)(password|passwd|passphrase|pwd|(api|private|secret|access|encryption)_?key)$/;

/** Names of what may just as well be the name of a secret that is kept elsewhere. */
const VAGUE_NAME = /(^|_)(secret|token|credentials?)$/;

/** Values that point at a secret by its ARN, its path, its id or a placeholder, or that switch something. */
const REFERENCE =
  /^(arn:|\/|\$|\{\{|<|[a-z0-9_.-]+(\/[a-z0-9_.-]+)+$|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|(true|false|null|none)$|$)/;

/** A value that is no word and no name. */
const RANDOM = /^(?=.*\d)(?=.*[a-z])[a-z0-9+/=_]{16,}$/i;

/** `apiKey` and `API-KEY` become `api_key`. */
function spelt(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[-.\s]/g, "_")
    .toLowerCase();
}

/** Whether a variable is called what a secret is called, however that is spelt. */
export function isNamedAsSecret(name: string): boolean {
  return SECRET_NAME.test(spelt(name)) || VAGUE_NAME.test(spelt(name));
}

/** Whether a variable holds a secret, by its name and its value. */
export function isSecretVariable(name: string, value: string): boolean {
  const isNamedSo =
    (SECRET_NAME.test(spelt(name)) && !REFERENCE.test(value)) ||
    (VAGUE_NAME.test(spelt(name)) && RANDOM.test(value));
  return isNamedSo || holdsSecret(value);
}
