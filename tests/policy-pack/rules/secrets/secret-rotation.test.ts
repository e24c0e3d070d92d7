import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const secret = aws("secretsmanager/secret:Secret");
const rotation = (secretId: unknown) => aws("secretsmanager/secretRotation:SecretRotation", { secretId });

fixtures("secret-rotation", {
  pass: { "a secret that changes": { secret, rotation: rotation(ref("secret")) } },
  fail: { "a secret beside the rotation of another": { secret, rotation: rotation("other") } },
  unknown: { "a secret beside a rotation that cannot be joined": { secret, rotation: rotation(UNKNOWN) } },
  unset: { "a secret": ["fail", { secret }] },
  alias: { none: "one token" },
});
