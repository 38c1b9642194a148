// Languages import `.hbs` files, so the hook that compiles them has to be there first.

import { requireProject } from './src/load/load-project.ts';
import { overrideTemplates } from './src/load/register-templates.ts';

const project = await requireProject(process.cwd());
overrideTemplates(project.folders.templates);
const { siteConfig } = await import('./src/site/astro-config.ts');

export default siteConfig(project);
