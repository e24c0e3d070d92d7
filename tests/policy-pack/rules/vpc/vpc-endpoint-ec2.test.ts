import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const vpc = aws("ec2/vpc:Vpc");
const endpoint = (props: object) =>
  aws("ec2/vpcEndpoint:VpcEndpoint", { vpcId: ref("vpc"), vpcEndpointType: "Interface", ...props });

fixtures("vpc-endpoint-ec2", {
  pass: {
    "a VPC with the endpoint": { vpc, endpoint: endpoint({ serviceName: "com.amazonaws.eu-west-1.ec2" }) },
    "a VPC with the endpoint in China": {
      vpc,
      endpoint: endpoint({ serviceName: "cn.com.amazonaws.cn-north-1.ec2" }),
    },
  },
  fail: {
    "a VPC without": { vpc },
    "a VPC with an endpoint of another service": {
      vpc,
      endpoint: endpoint({ serviceName: "com.amazonaws.eu-west-1.ec2messages" }),
    },
  },
  unknown: {
    "a VPC with an endpoint of a computed service": { vpc, endpoint: endpoint({ serviceName: UNKNOWN }) },
  },
  unset: {
    "a VPC with an endpoint that is a gateway by default": [
      "fail",
      {
        vpc,
        endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", {
          vpcId: ref("vpc"),
          serviceName: "com.amazonaws.eu-west-1.ec2",
        }),
      },
    ],
  },
  alias: { none: "one token" },
});
