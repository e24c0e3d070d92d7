import * as assert from "node:assert/strict";

import {
  conditionsOf,
  isLimitedBy,
  ON_BEHALF_OF,
  sparesOnly,
  WHO,
} from "../../../policy-pack/policy-documents/conditions";
import { View } from "../../../policy-pack/reading/view";
import { UNKNOWN } from "../support/fixtures";

const limited = (condition: unknown, keys = WHO) => isLimitedBy(conditionsOf(new View(condition, "c")), keys);
const spares = (condition: unknown) => sparesOnly(conditionsOf(new View(condition, "c")), WHO);
const account = "111122223333";
const topic = `arn:aws:sns:eu-west-1:${account}:topic`;

/** Conditions of a statement for everyone, with whether they limit who that is. */
const TABLE: readonly (readonly [string, unknown, "yes" | "no" | "maybe"])[] = [
  ["no condition", undefined, "no"],
  ["an unknown condition", UNKNOWN, "maybe"],
  ["a condition that is no object", "secure", "maybe"],
  ["an unknown test", { StringEquals: UNKNOWN }, "maybe"],
  ["the organisation", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }, "yes"],
  ["the organisation, in another spelling", { stringequals: { "AWS:PRINCIPALORGID": ["o-1"] } }, "yes"],
  ["an organisation that is computed", { StringEquals: { "aws:PrincipalOrgID": UNKNOWN } }, "yes"],
  ["a pattern that is computed", { StringLike: { "aws:PrincipalOrgID": UNKNOWN } }, "maybe"],
  ["any organisation", { StringLike: { "aws:PrincipalOrgID": "o-*" } }, "no"],
  ["one of two values any", { StringLike: { "aws:PrincipalOrgID": ["o-1", "*"] } }, "no"],
  ["a star that was meant as any", { StringEquals: { "aws:PrincipalOrgID": "*" } }, "no"],
  ["all organisations but one", { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }, "no"],
  ["the organisation, if the key exists", { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } }, "no"],
  [
    "the organisation, if the key exists, and it must",
    { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" }, Null: { "aws:PrincipalOrgID": "false" } },
    "yes",
  ],
  ...[
    { Null: { "aws:SourceVpc": "false" } },
    { Null: { "aws:PrincipalOrgID": "true" } },
    { Null: { "aws:PrincipalOrgID": ["false", "true"] } },
    { Bool: { "aws:SecureTransport": "false" } },
  ].map((other, position): (typeof TABLE)[number] => [
    `the organisation, if the key exists, which it need not (${position + 1})`,
    { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" }, ...other },
    "no",
  ]),
  [
    "a path of the organisation",
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/r-1/ou-1/*" } },
    "yes",
  ],
  [
    "a path of any organisation",
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-1/*" } },
    "no",
  ],
  [
    "a path that ends as one of the organisation",
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "*/o-1/r-1" } },
    "no",
  ],
  [
    "all values of a set, which may be empty",
    { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-1/*" } },
    "no",
  ],
  [
    "all values of a set that must not be empty",
    {
      "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-1/*" },
      Null: { "aws:PrincipalOrgPaths": false },
    },
    "yes",
  ],
  ["an account", { StringEquals: { "aws:PrincipalAccount": account } }, "yes"],
  ["an account, by an operator for patterns", { StringLike: { "aws:PrincipalAccount": account } }, "yes"],
  ["the account of what is acted on", { StringEquals: { "aws:ResourceAccount": account } }, "no"],
  ["an account written as a number", { StringEquals: { "aws:SourceAccount": 111122223333 } }, "yes"],
  ["the owner of a source", { StringEquals: { "AWS:SourceOwner": account } }, "yes"],
  ["the caller's account of a key", { StringEquals: { "kms:CallerAccount": account } }, "yes"],
  [
    "only the service through which a key is used",
    { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
    "no",
  ],
  ["roles of an account", { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/*` } }, "yes"],
  ["roles of any account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } }, "no"],
  ["a source", { ArnEquals: { "aws:SourceArn": topic } }, "yes"],
  ["sources of an account", { ArnLike: { "aws:SourceArn": `arn:aws:sns:*:${account}:*` } }, "yes"],
  ["sources of any account", { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:topic" } }, "no"],
  ["a bucket as source", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::bucket" } }, "yes"],
  ["objects of a bucket as source", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::bucket/*" } }, "yes"],
  ["buckets whose names begin alike", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::bucket-*" } }, "no"],
  ["a source that is computed, exactly", { StringEquals: { "aws:SourceArn": UNKNOWN } }, "yes"],
  ["a source that is computed, as a pattern", { ArnLike: { "aws:SourceArn": UNKNOWN } }, "maybe"],
  ["a VPC", { StringEquals: { "aws:SourceVpc": "vpc-1" } }, "yes"],
  ["an endpoint", { StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } }, "yes"],
  ["any endpoint", { StringLike: { "aws:SourceVpce": "vpce-*" } }, "no"],
  ["a range of addresses", { IpAddress: { "aws:SourceIp": "198.18.7.0/24" } }, "yes"],
  ["the widest range that AWS does not call public", { IpAddress: { "aws:SourceIp": "11.0.0.0/8" } }, "yes"],
  ["a range one step wider", { IpAddress: { "aws:SourceIp": "12.0.0.0/7" } }, "no"],
  ["the widest such range of IPv6", { IpAddress: { "aws:SourceIp": "2a00::/32" } }, "yes"],
  ["a range of IPv6 one step wider", { IpAddress: { "aws:SourceIp": "2a00::/31" } }, "no"],
  ["a range that is none", { IpAddress: { "aws:SourceIp": "here" } }, "no"],
  ["the world", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, "no"],
  ["the world in its long form", { IpAddress: { "aws:SourceIp": "0000::0/0" } }, "no"],
  ["a range beside the world", { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "::/0"] } }, "no"],
  ["all addresses but some", { NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } }, "no"],
  ["a user by unique id", { StringLike: { "aws:userid": "AROAABCDEFGHIJKLMNOPQ:*" } }, "yes"],
  ["what ends as a unique id does", { StringLike: { "aws:userid": "*AROAABCDEFGHIJKLMNOPQ" } }, "no"],
  ["what begins as a unique id does", { StringLike: { "aws:userid": "AROAABCDEFGHIJKLMNOPQ*" } }, "no"],
  ["any user id", { StringLike: { "aws:userid": "*:session" } }, "no"],
  ["a mount target", { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } }, "yes"],
  ["no mount target", { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } }, "no"],
  ["TLS", { Bool: { "aws:SecureTransport": "true" } }, "no"],
  ["a tag, which everyone can have", { StringEquals: { "aws:PrincipalTag/team": "us" } }, "no"],
  [
    "one of two tests",
    { Bool: { "aws:SecureTransport": "true" }, StringEquals: { "aws:SourceVpc": "vpc-1" } },
    "yes",
  ],
];

describe("conditions of policy documents", () => {
  for (const [title, condition, expected] of TABLE) {
    it(`limit who asks: ${title}: ${expected}`, () => {
      assert.equal(limited(condition), expected);
    });
  }

  it("limit for whom a service asks by its source only", () => {
    assert.equal(limited({ StringEquals: { "aws:SourceAccount": account } }, ON_BEHALF_OF), "yes");
    assert.equal(limited({ StringEquals: { "aws:SourceOrgID": "o-1" } }, ON_BEHALF_OF), "yes");
    assert.equal(limited({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }, ON_BEHALF_OF), "no");
  });

  for (const [title, condition, expected] of [
    ["strangers to the organisation", { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }, "yes"],
    [
      "strangers who are no AWS service",
      {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
      "yes",
    ],
    [
      "strangers for whom no AWS service asks",
      {
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
        BoolIfExists: { "aws:ViaAWSService": "false" },
      },
      "yes",
    ],
    ["what comes from elsewhere", { StringNotEquals: { "aws:SourceVpce": "vpce-1" } }, "yes"],
    [
      "what comes from elsewhere and lacks TLS",
      { StringNotEquals: { "aws:SourceVpce": "vpce-1" }, Bool: { "aws:SecureTransport": "false" } },
      "no",
    ],
    ["what lacks TLS", { Bool: { "aws:SecureTransport": "false" } }, "no"],
    ["those in the organisation", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }, "no"],
    ["those of no organisation at all", { StringNotLike: { "aws:PrincipalOrgID": "*" } }, "no"],
    [
      "one who has a value outside, but not one who has none",
      { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-1/*" } },
      "no",
    ],
    ["everyone", undefined, "no"],
    ["it is not known whom", UNKNOWN, "maybe"],
  ] as const) {
    it(`deny all others: ${title}: ${expected}`, () => {
      assert.equal(spares(condition), expected);
    });
  }
});
