import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const good = {
  ...{ minimumPasswordLength: 14, passwordReusePrevention: 24, maxPasswordAge: 90 },
  ...{ requireLowercaseCharacters: true, requireUppercaseCharacters: true },
  ...{ requireNumbers: true, requireSymbols: true },
};
const policy = (props: object) => ({
  policy: aws("iam/accountPasswordPolicy:AccountPasswordPolicy", { ...good, ...props }),
});

fixtures("iam-password-policy-strong", {
  pass: { "all that is asked": policy({}), "a shorter age": policy({ maxPasswordAge: 1 }) },
  fail: {
    "one character less": policy({ minimumPasswordLength: 13 }),
    "one former password less": policy({ passwordReusePrevention: 23 }),
    "one day more": policy({ maxPasswordAge: 91 }),
    "no end": policy({ maxPasswordAge: 0 }),
    "no symbols": policy({ requireSymbols: false }),
    "no capitals": policy({ requireUppercaseCharacters: false }),
  },
  unknown: { "a length that is computed": policy({ minimumPasswordLength: UNKNOWN }) },
  unset: {
    "no capitals said": ["fail", policy({ requireUppercaseCharacters: null })],
    "no symbols said": ["fail", policy({ requireSymbols: null })],
    "no age": ["fail", policy({ maxPasswordAge: null })],
    "no length": ["fail", policy({ minimumPasswordLength: null })],
    "no reuse": ["fail", policy({ passwordReusePrevention: null })],
    "no numbers": ["fail", policy({ requireNumbers: null })],
    "no small letters": ["fail", policy({ requireLowercaseCharacters: null })],
  },
  alias: { none: "one token" },
});
