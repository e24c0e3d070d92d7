import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const service = (props: object) => ({
  service: aws("ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: true, ...props }),
});
const consumer = "arn:aws:iam::111122223333:root";

fixtures("vpc-endpoint-service-acceptance", {
  pass: { "a service that accepts by hand": service({ allowedPrincipals: [consumer] }) },
  fail: {
    "a service that accepts by itself": service({ acceptanceRequired: false }),
    "a service that everyone may ask": service({ allowedPrincipals: [consumer, "*"] }),
  },
  unknown: {
    "a service whose acceptance is computed": service({ acceptanceRequired: UNKNOWN }),
    "a service with a computed principal": service({ allowedPrincipals: [UNKNOWN] }),
  },
  unset: { "a service without principals": ["pass", service({})] },
  alias: {
    "a separate permission for everyone": {
      allowed: aws("ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", {
        principalArn: "*",
      }),
    },
  },
});
