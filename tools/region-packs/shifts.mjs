/** Working times of invented units, each with the two hours its meal break should fall in. */

const DAILY = 'MON-SUN';
const WEEKDAYS = 'MON-FRI';

function shift(days, start, hours, mealAfterHours) {
  return {
    days,
    start: clock(start),
    end: clock(start + hours),
    mealStart: clock(start + mealAfterHours),
    mealEnd: clock(start + mealAfterHours + 2),
  };
}

function clock(hours) {
  const minutes = Math.round((((hours % 24) + 24) % 24) * 60);
  const two = (n) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Changes of crew are spread over an hour so that a station never empties at once. */
const CHANGES = [7, 6.5, 7.5, 6.75, 7.25];

/** Two crews of twelve hours, every day. */
export function dayAndNight(ordinal = 0) {
  const start = CHANGES[ordinal % CHANGES.length];
  return [shift(DAILY, start, 12, 4), shift(DAILY, start + 12, 12, 4)];
}

const DAY_CARS = [
  [shift(DAILY, 8, 10, 4)],
  [shift(DAILY, 10, 12, 5)],
  [shift(WEEKDAYS, 9, 10, 3)],
  [shift(DAILY, 12, 12, 5)],
];

/** One crew, day or evening; the ordinal chooses the pattern. */
export function dayCar(ordinal) {
  return DAY_CARS[ordinal % DAY_CARS.length];
}

/** Planned transports: weekdays within office hours. */
export function officeHours() {
  return [shift(WEEKDAYS, 7.5, 9, 3.5)];
}

/** Patient taxis: weekdays from early dialysis to late discharge. */
export function longWeekday() {
  return [shift(WEEKDAYS, 6.5, 11, 4.5)];
}

/** Mental health and home visits: afternoon and evening, when they are asked for. */
export function afternoonAndEvening() {
  return [shift(DAILY, 14, 12, 4)];
}

/** Mountain groups: the hours people are out. */
export function daylight() {
  return [shift(DAILY, 8, 11, 4)];
}
