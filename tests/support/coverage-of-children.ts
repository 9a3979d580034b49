/**
 * With `npm run test:coverage` the processes that tests start write what they ran into this folder.
 * Set here, since the tests' own process is measured by vitest; children take it along whatever
 * their environment is.
 */
const folder = process.env['NEWSDESK_TEST_COVERAGE'];
if (folder !== undefined) process.env['NODE_V8_COVERAGE'] = folder;
