using ConferenceBot.Benchmarks;

return await BenchmarkProgram.RunAsync(args);
