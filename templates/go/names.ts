/** Words that Go keeps for itself, names it declares, and names that every sample uses. */
export const reserved: ReadonlySet<string> = new Set(
	`
		break case chan const continue default defer else fallthrough for func go goto if import interface map
		package range return select struct switch type var any append bool byte cap clear close comparable
		complex complex64 complex128 copy delete error false float32 float64 imag int int8 int16 int32 int64
		iota len main make max min new nil panic print println real recover rune string true uint uint8 uint16
		uint32 uint64 uintptr addFile addPart addText body bytes client environment err file fmt form http io json log multipart os output payload
		pointer query request response result strings textproto time url
	`.split(/\s+/),
);

/** Endings of a file's name that the go command reads as the system, or the kind of file, that it is for. */
export const endings: ReadonlySet<string> = new Set(
	`
		test aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris
		wasip1 windows zos 386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le
		mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm
	`.split(/\s+/),
);
