"""What is measured, against whom, and the floors that never sink silently."""
