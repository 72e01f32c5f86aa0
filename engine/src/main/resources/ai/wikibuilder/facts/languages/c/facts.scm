; What C has and C++ has not. What the captures mean: see MatchCollector.
