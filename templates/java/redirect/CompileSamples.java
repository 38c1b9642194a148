import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles each source file named on standard input by itself, into a folder of its own, in one
 * process: samples of one task share a class name, and a syntax error in one would hide type errors
 * in the others. Arguments: the folder for output, the class path.
 */
public final class CompileSamples {
    private CompileSamples() {}

    public static void main(String[] args) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String input = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        StringBuilder output = new StringBuilder();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-proc:none", "-Xlint:none", "-cp", args[1]);
            int number = 0;
            for (String file : input.split("\n")) {
                Path classes = Files.createDirectories(Path.of(args[0], String.valueOf(number++)));
                manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
                manager.setLocation(StandardLocation.SOURCE_PATH, List.of());
                DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
                compiler.getTask(null, manager, found, options, null,
                    manager.getJavaFileObjects(new File(file))).call();
                for (Diagnostic<?> diagnostic : found.getDiagnostics()) {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                        output.append(fault(file, diagnostic)).append('\n');
                    }
                }
            }
        }
        output.append("done\n");
        System.out.write(output.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static String fault(String file, Diagnostic<?> diagnostic) {
        long line = Math.max(1, diagnostic.getLineNumber());
        long column = Math.max(1, diagnostic.getColumnNumber());
        return "{\"file\":" + quote(file) + ",\"line\":" + line + ",\"column\":" + column
            + ",\"message\":" + quote(diagnostic.getMessage(Locale.ROOT)) + "}";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter < ' ') {
                quoted.append(String.format("\\u%04x", (int) letter));
            } else if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
