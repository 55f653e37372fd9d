// Prints "passed failed skipped" counted from the reports of Surefire, Failsafe, Vitest and Node.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

let passed = 0;
let failed = 0;
let skipped = 0;

for (const module of readdirSync(".")) {
  for (const kind of ["surefire-reports", "failsafe-reports"]) {
    const folder = join(module, "target", kind);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      if (!/^TEST-.*\.xml$/.test(name)) continue;
      const head = /<testsuite\b[^>]*>/.exec(readFileSync(join(folder, name), "utf8"))?.[0] ?? "";
      const count = (key) => Number(new RegExp(`\\b${key}="(\\d+)"`).exec(head)?.[1] ?? 0);
      const bad = count("failures") + count("errors");
      failed += bad;
      skipped += count("skipped");
      passed += count("tests") - bad - count("skipped");
    }
  }
}

const page = "console/target/vitest.json";
if (existsSync(page)) {
  const report = JSON.parse(readFileSync(page, "utf8"));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  skipped += report.numPendingTests;
}

const packs = "target/region-packs.tap";
if (existsSync(packs)) {
  const report = readFileSync(packs, "utf8");
  const count = (key) => Number(new RegExp(`^# ${key} (\\d+)`, "m").exec(report)?.[1] ?? 0);
  passed += count("pass");
  failed += count("fail");
  skipped += count("skipped");
}

console.log(`${passed} ${failed} ${skipped}`);
