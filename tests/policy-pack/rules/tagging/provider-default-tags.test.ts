import { fixtures, UNKNOWN } from "../../support/fixtures";

const provider = (props: object) => ({
  provider: { type: "pulumi:providers:aws", props: { region: "eu-west-1", ...props } },
});

fixtures("provider-default-tags", {
  pass: {
    "a provider with the keys": provider({ defaultTags: JSON.stringify({ tags: { Owner: "orders" } }) }),
    "a provider whose settings are no text": provider({ defaultTags: { tags: { Owner: UNKNOWN } } }),
  },
  fail: {
    "a provider with other keys": provider({ defaultTags: JSON.stringify({ tags: { Team: "orders" } }) }),
  },
  unknown: { "a provider whose default tags are computed": provider({ defaultTags: UNKNOWN }) },
  unset: { "a provider without default tags": ["fail", provider({})] },
  alias: { none: "one token" },
  settings: { pack: { tagContract: { Owner: { required: true } } } },
});
