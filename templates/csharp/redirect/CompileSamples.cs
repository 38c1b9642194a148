using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using Mono.CSharp;

/// <summary>
/// Compiles each source file named on standard input into a program of its own, in one process.
/// Arguments: the folder for output, then the references as mcs takes them.
/// </summary>
public static class CompileSamples
{
    private static readonly Regex Complaint =
        new Regex(@"^(?:.*\((\d+),(\d+)\S*\): )?error (CS\d+: .*)$");

    public static int Main(string[] args)
    {
        var output = new StringBuilder();
        var number = 0;
        string file;
        using (var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8))
        {
            while ((file = input.ReadLine()) != null)
            {
                var call = new List<string> { "-nologo", "-out:" + Path.Combine(args[0], number++ + ".exe") };
                for (var at = 1; at < args.Length; at++) call.Add(args[at]);
                call.Add(file);
                var said = new StringWriter();
                var compiled = CompilerCallableEntryPoint.InvokeCompiler(call.ToArray(), said);
                var faults = Faults(file, said.ToString());
                if (!compiled && faults.Count == 0) faults.Add(Fault(file, 1, 1, said.ToString().Trim()));
                foreach (var fault in faults) output.Append(fault).Append('\n');
            }
        }
        var bytes = Encoding.UTF8.GetBytes(output + "done\n");
        using (var stream = Console.OpenStandardOutput()) stream.Write(bytes, 0, bytes.Length);
        return 0;
    }

    private static List<string> Faults(string file, string said)
    {
        var faults = new List<string>();
        foreach (var line in said.Split('\n'))
        {
            var match = Complaint.Match(line.TrimEnd('\r'));
            if (!match.Success) continue;
            var row = match.Groups[1].Success ? int.Parse(match.Groups[1].Value) : 1;
            var column = match.Groups[2].Success ? int.Parse(match.Groups[2].Value) : 1;
            faults.Add(Fault(file, row, column, match.Groups[3].Value));
        }
        return faults;
    }

    private static string Fault(string file, int line, int column, string message)
    {
        return "{\"file\":" + Quote(file) + ",\"line\":" + line + ",\"column\":" + column
            + ",\"message\":" + Quote(message) + "}";
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter < ' ') quoted.AppendFormat("\\u{0:x4}", (int)letter);
            else if (letter == '"' || letter == '\\') quoted.Append('\\').Append(letter);
            else quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }
}
