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

/** A value that does not point elsewhere, and that has a digit, as almost every password has. */
const VALUE = /^(?!arn:|\$|\{\{|<)(?=.*\d)[^\s/]{8,}$/i;

/** A value that is no word and no name. */
const RANDOM = /^(?=.*\d)(?=.*[a-z])[a-z0-9+/=_]{16,}$/i;

/** Whether a variable holds a secret, by its name, however that is spelt, and its value. */
export function isSecretVariable(name: string, value: string): boolean {
  const spelt = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[-.\s]/g, "_")
    .toLowerCase();
  const isNamedSo =
    (SECRET_NAME.test(spelt) && VALUE.test(value)) || (VAGUE_NAME.test(spelt) && RANDOM.test(value));
  return isNamedSo || holdsSecret(value);
}
