import { requireProject } from './src/load/load-project.ts';
import { siteConfig } from './src/site/astro-config.ts';

export default siteConfig(await requireProject(process.cwd()));
