import type { Config } from '../../config.js';
import type { Finding } from '../../finding.js';
import { checkData } from './data.js';
import { checkHttp } from './http.js';
import { checkNativeModules, checkNode } from './machine.js';
import { checkModel, checkReader } from './model.js';

/** Looks at everything on this machine that Newsdesk needs; changes nothing. */
export async function examine(
  config: Pick<Config, 'dataDir' | 'model' | 'reader' | 'http'>,
): Promise<Finding[]> {
  return [
    checkNode(process.versions.node),
    ...(await checkNativeModules()),
    ...(await checkModel(config.model)),
    await checkReader(config.reader),
    ...(await checkData(config.dataDir)),
    await checkHttp(config.http),
  ];
}
