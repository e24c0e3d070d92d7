import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const gateway = (props: object) => aws("ec2/internetGateway:InternetGateway", { ...props });

fixtures("internet-gateway-authorized-vpc", {
  pass: {
    "a gateway of an authorised VPC": { main: aws("ec2/vpc:Vpc"), gateway: gateway({ vpcId: ref("main") }) },
    "a gateway of a VPC that is authorised by its id": { gateway: gateway({ vpcId: "vpc-1" }) },
  },
  fail: { "a gateway of another VPC": { lab: aws("ec2/vpc:Vpc"), gateway: gateway({ vpcId: ref("lab") }) } },
  unknown: { "a gateway whose VPC cannot be told": { gateway: gateway({ vpcId: UNKNOWN }) } },
  unset: { "a gateway that is attached elsewhere": ["notApplicable", { gateway: gateway({}) }] },
  alias: {
    "an attachment to another VPC": {
      lab: aws("ec2/vpc:Vpc"),
      link: aws("ec2/internetGatewayAttachment:InternetGatewayAttachment", {
        vpcId: ref("lab"),
        internetGatewayId: "igw-1",
      }),
    },
  },
  settings: { properties: { authorizedVpcs: ["main", "vpc-1"] } },
});
