import * as assert from "node:assert/strict";

import { buildAll, of, statements } from "./built";

describe("the certificate authority of services", function () {
  this.timeout(240_000);
  before(buildAll);

  it("issues short-lived certificates, which cost an eighth and need no revocation", () => {
    const authority = of("small").simulation.inputsOf(
      "aws:acmpca/certificateAuthority:CertificateAuthority",
      "compute-cluster-tls",
    );
    assert.deepEqual([authority.type, authority.usageMode], ["ROOT", "SHORT_LIVED_CERTIFICATE"]);
    assert.equal((authority.tags as Record<string, string>).AmazonECSManaged, "true");
  });

  it("can issue before any service asks: it has its own certificate, and ECS its rights", () => {
    const { simulation } = of("small");
    const urns = [
      simulation.resource(
        "aws:acmpca/certificateAuthorityCertificate:CertificateAuthorityCertificate",
        "compute-cluster-tls",
      ).urn,
      simulation.resource("aws:iam/rolePolicy:RolePolicy", "compute-cluster-tls").urn,
    ];
    for (const { name, dependencies } of simulation.ofType("aws:ecs/service:Service")) {
      for (const urn of urns) assert.ok(dependencies.includes(urn), name);
    }
  });

  it("lets ECS issue end certificates of this authority, and touch its own secrets, alone", () => {
    const { simulation } = of("small");
    const policy = statements(simulation.resource("aws:iam/rolePolicy:RolePolicy", "compute-cluster-tls"));
    const authority = simulation.resource(
      "aws:acmpca/certificateAuthority:CertificateAuthority",
      "compute-cluster-tls",
    ).id;
    const issuing = policy.find(({ Action }) => Action.includes("acm-pca:IssueCertificate"));
    assert.ok(issuing !== undefined);
    assert.deepEqual(issuing.Resource, [authority]);
    assert.deepEqual(issuing.Condition, {
      StringEquals: { "acm-pca:TemplateArn": "arn:aws:acm-pca:::template/EndEntityCertificate/V1" },
    });
    for (const { Action, Resource } of policy) {
      if (!Action.some((action) => action.startsWith("secretsmanager:"))) continue;
      assert.deepEqual(Resource, ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecs-sc!*"]);
    }
  });
});
