/**
 * Discord's ids of servers, people and messages: unsigned integers of 64 bits
 * (https://discord.com/developers/docs/reference#snowflakes).
 */
const SNOWFLAKE = /^\d{1,20}$/;

/**
 * Those that Discord has given to anybody: they begin with the milliseconds since 2015, which made
 * them 17 digits long before it opened.
 */
export const GIVEN_SNOWFLAKE = /^\d{17,20}$/;

export function isSnowflake(text: string): boolean {
  return SNOWFLAKE.test(text);
}
