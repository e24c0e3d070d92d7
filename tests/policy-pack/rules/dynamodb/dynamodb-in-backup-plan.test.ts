import { backupPrograms } from "../../support/backup-coverage";
import { aws, fixtures } from "../../support/fixtures";

fixtures("dynamodb-in-backup-plan", {
  ...backupPrograms((props) => aws("dynamodb/table:Table", { ...props }), {
    props: { name: "orders" },
    arn: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
    pattern: "arn:aws:dynamodb:*:*:table/*",
  }),
  alias: { none: "one token" },
});
