import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A shop's SDK in four languages: a client with `items`, whose calls are `create`, `list` and one that removes. */
const files = {
	python: {
		'shop/__init__.py': `
class ShopError(Exception):
    pass


class Items:
    def create(self, **fields): ...

    def list(self, params=None): ...

    def del_(self, item_id): ...


class ShopClient:
    def __init__(self, token):
        if not token:
            raise ShopError("no token")
        self.items = Items()
`,
	},
	node: {
		'node_modules/shop/package.json': '{ "name": "shop", "version": "1.2.3", "type": "module", "main": "index.js" }',
		'node_modules/shop/index.js': `
class Items {
  create(fields) {}
  list(filters) {}
  del(itemId) {}
}
export default class Shop {
  items = new Items();
}
`,
	},
	java: {
		'com/shop/ShopException.java': 'package com.shop; public class ShopException extends Exception {}',
		'com/shop/Base.java': 'package com.shop; public class Base<T> { public java.util.List<T> list() { return null; } }',
		'com/shop/Items.java':
			'package com.shop; public class Items extends Base<String> { public String create() { return ""; } public void del(String id) {} }',
		'com/shop/ShopClient.java':
			'package com.shop; public class ShopClient { public ShopClient(String token) {} public Items items() { return new Items(); } }',
	},
	go: {
		'go.mod': 'module example.test/shop\n\ngo 1.18\n',
		'shop.go': `package shop

type base struct{}

func (base) List() ([]string, error) { return nil, nil }

type Items struct {
	base
}

func (i *Items) Create(name string) (string, error) { return "", nil }

func (i *Items) Del(id string) error { return nil }

type Client struct {
	Items *Items
}

func NewClient(token string) *Client { return &Client{Items: &Items{}} }
`,
	},
} as const;

/** The package that the made-up SDK of each language is. */
export const packages = {
	python: 'shop@1.2.3',
	node: 'shop@1.2.3',
	java: 'com.shop:shop@1.2.3',
	go: 'example.test/shop@1.2.3',
} as const;

/** Lays out the SDK of one language as `SPECIMEN_SDK_<LANGUAGE>` takes it. */
export function layOutSdk(language: keyof typeof files, folder: string): string {
	for (const [name, text] of Object.entries(files[language])) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	if (language === 'python') {
		const info = join(folder, 'shop-1.2.3.dist-info');
		mkdirSync(info);
		writeFileSync(join(info, 'METADATA'), 'Metadata-Version: 2.1\nName: shop\nVersion: 1.2.3\n');
		writeFileSync(join(info, 'RECORD'), 'shop/__init__.py,,\nshop-1.2.3.dist-info/METADATA,,\n');
	}
	if (language === 'java') {
		execFileSync('javac', ['-d', 'classes', ...Object.keys(files.java)], { cwd: folder });
		execFileSync('jar', ['cf', 'shop-1.2.3.jar', '-C', 'classes', '.'], { cwd: folder });
	}
	return folder;
}
