window.sawApi = typeof window.fixture;
