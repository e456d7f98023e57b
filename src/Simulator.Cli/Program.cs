using System.Text;
using Simulator.Cli.Commands;

// Vietnamese needs UTF-8 on consoles that start with a code page of their own.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Invoke(args);
