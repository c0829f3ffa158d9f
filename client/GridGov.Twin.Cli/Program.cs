Console.WriteLine("gridgov");
