#!/usr/bin/env node
import {
  endQuietlyOnClosedPipe,
  leaveDeletedFolder,
  loadEnvironment,
  reportFaults,
} from './process.js';
import { runCommandLine } from './run.js';

endQuietlyOnClosedPipe();
reportFaults();
leaveDeletedFolder();
loadEnvironment();
// Set rather than exited with: what is still in a pipe gets written.
process.exitCode = await runCommandLine(process.argv.slice(2));
