import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";
import { publicFixtures, tlsOnly } from "../../support/resource-policies";

const shared = publicFixtures("secretsmanager/secretPolicy:SecretPolicy", "secretsmanager/secret:Secret", {
  blockPublicPolicy: true,
});
const policy = (props: object) => ({
  policy: aws("secretsmanager/secretPolicy:SecretPolicy", { policy: document(tlsOnly), ...props }),
});

fixtures("secret-policy-not-public", {
  ...shared,
  fail: { ...shared.fail, "a policy that AWS is told not to check": policy({ blockPublicPolicy: false }) },
  unknown: { ...shared.unknown, "a check that is computed": policy({ blockPublicPolicy: UNKNOWN }) },
  unset: { ...shared.unset, "a policy that AWS is not told to check": ["fail", policy({})] },
});
