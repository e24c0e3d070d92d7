import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const gateway = (props: object) => ({
  gateway: aws("ec2transitgateway/transitGateway:TransitGateway", { ...props }),
});

fixtures("transit-gateway-no-auto-accept", {
  pass: { "a gateway that asks": gateway({ autoAcceptSharedAttachments: "disable" }) },
  fail: { "a gateway that accepts": gateway({ autoAcceptSharedAttachments: "enable" }) },
  unknown: { "a gateway whose setting is computed": gateway({ autoAcceptSharedAttachments: UNKNOWN }) },
  unset: { "a gateway that leaves it out": ["pass", gateway({})] },
  alias: { none: "one token" },
});
