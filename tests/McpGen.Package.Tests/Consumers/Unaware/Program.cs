Console.WriteLine(Hidden.Catalogue.Find());
