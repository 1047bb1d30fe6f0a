"""What leaves the house: pages, playlists, feeds, sticks, and the proof that they are whole."""
