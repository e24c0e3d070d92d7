import * as assert from "node:assert/strict";
import fc from "fast-check";

import { accountRootArn, arn, endpointServiceName, servicePrincipal } from "../../../infra/core/arn";
import { partitionOf, regions } from "../../../infra/core/region";

const region = fc.constantFrom(...regions);
const part = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);

describe("ARNs", () => {
  it("always have six parts, which read back as they were given", () => {
    fc.assert(
      fc.property(region, part, fc.stringMatching(/^[a-z:/*-]{1,30}$/), (where, service, resource) => {
        const partition = partitionOf(where);
        const built = arn({ partition, service, region: where, accountId: "111122223333", resource });
        const [first, second, third, fourth, fifth, ...rest] = built.split(":");
        assert.deepEqual(
          [first, second, third, fourth, fifth],
          ["arn", partition, service, where, "111122223333"],
        );
        assert.equal(rest.join(":"), resource);
      }),
    );
  });

  it("leave Region and account empty where a service writes none", () => {
    assert.equal(arn({ partition: "aws-cn", service: "s3", resource: "trail/*" }), "arn:aws-cn:s3:::trail/*");
  });

  it("name an account's root", () => {
    assert.equal(accountRootArn("aws-us-gov", "111122223333"), "arn:aws-us-gov:iam::111122223333:root");
  });
});

describe("service principals", () => {
  it("are the same everywhere for nearly all services", () => {
    fc.assert(
      fc.property(region, (where) => {
        assert.equal(servicePrincipal("vpc-flow-logs", where), "vpc-flow-logs.amazonaws.com");
      }),
    );
  });

  it("of CloudWatch Logs name the Region, and China's domain in China", () => {
    assert.equal(servicePrincipal("logs", "eu-west-1"), "logs.eu-west-1.amazonaws.com");
    assert.equal(servicePrincipal("logs", "us-gov-west-1"), "logs.us-gov-west-1.amazonaws.com");
    assert.equal(servicePrincipal("logs", "cn-north-1"), "logs.cn-north-1.amazonaws.com.cn");
  });

  it("of EC2 carry China's domain in China only", () => {
    assert.equal(servicePrincipal("ec2", "eu-west-1"), "ec2.amazonaws.com");
    assert.equal(servicePrincipal("ec2", "cn-north-1"), "ec2.amazonaws.com.cn");
  });
});

describe("endpoint service names", () => {
  it("carry China's prefix in China only", () => {
    assert.equal(endpointServiceName("ecr.api", "eu-west-1"), "com.amazonaws.eu-west-1.ecr.api");
    assert.equal(endpointServiceName("ecr.api", "cn-north-1"), "cn.com.amazonaws.cn-north-1.ecr.api");
  });
});
