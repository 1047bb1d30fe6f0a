"""What must be made, why, and making it: the imperative shell around the pure stages."""
